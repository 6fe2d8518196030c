import { any, maybe, type Phrases, rule } from './grammar.ts'

const ALL = any('messages?', 'texts?', 'notifications?', 'alerts?', 'whats?app messages?', 'these', 'this', 'anything')
const ADS = any(
  'ads?',
  'adverts?',
  'advertising',
  'advertisements?',
  'promos?',
  'promotions?',
  'offers?',
  'marketing',
  'spam',
  'promotional messages?',
  'marketing messages?',
)
const WHICH = maybe('any ', 'more ', 'your ', 'these ', 'such ', 'all ').repeat(2)
const TAIL = maybe(' anymore', ' any more', ' again', ' ever again', ' from you', ' to this number')
const english = (object: string): readonly string[] => [
  `i (?:do not|dont|no longer) (?:want|wish)(?: to (?:receive|get))? ${WHICH}${object}${TAIL}`,
  `stop(?: (?:sending|texting))?(?: me)? ${WHICH}${object}${TAIL}`,
  `(?:do not|dont) send(?: me)? ${WHICH}${object}${TAIL}`,
  `no more ${WHICH}${object}${TAIL}`,
]

export const ENGLISH: Phrases = {
  keywords: [
    rule('en', 'all', 'stop', '(?:stop ){1,3}stop', 'stop ?all', 'unsub(?:scribe)?(?: me)?', 'opt ?out', 'opt me out'),
  ],
  sentences: [
    rule('en', 'marketing', ...english(ADS)),
    rule(
      'en',
      'all',
      ...english(ALL),
      '(?:i want to |can you |could you )?(?:unsubscribe|opt out)(?: me)?(?: from (?:this|your|the|these|all) (?:list|messages|texts))?\\??',
      '(?:can you |could you )?(?:remove me|take me off)(?: from)?(?: (?:your|the|this) (?:list|mailing list))?\\??',
      `stop (?:messaging|texting|contacting|writing(?: to)?|bothering)(?: me)?${TAIL}`,
      `(?:do not|dont) (?:message|text|contact|write to|bother) me${TAIL}`,
      'leave me alone',
    ),
  ],
  signUps: rule('en', 'all', 'subscribe(?: me)?', 'opt ?in', 'sign me up'),
  returns: rule('en', 'all', 'start', 'unstop', 'resume'),
}
