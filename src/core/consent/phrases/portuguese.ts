import { any, maybe, type Phrases, rule } from './grammar.ts'

const ALL = any(
  'mensage(?:m|ns)',
  'msgs?',
  'whats?apps?',
  'notificacoes',
  'comunicacoes',
  'avisos',
  'informacoes',
  'nada',
  'e ?mails?',
)
const ADS = any(
  'publicidade',
  'propagandas?',
  'promocoes',
  'promos?',
  'ofertas?',
  'anuncios?',
  'spam',
  'mensagens (?:de (?:promocao|promocoes|propaganda|publicidade|marketing)|promocionais|publicitarias)',
)
const WHICH = maybe(
  'mais ',
  'suas ',
  'seus ',
  'essas ',
  'esses ',
  'estas ',
  'este tipo de ',
  'esse tipo de ',
  'as ',
  'nenhuma ',
).repeat(2)
const TAIL = maybe(
  ' mais',
  ' nunca mais',
  ' de voces',
  ' por aqui',
  ' (?:pelo|no) whats?app',
  ' neste numero',
  ' nesse numero',
).repeat(2)
const VERB = any(
  'envi(?:e|em|a|ar|arem)',
  'mand(?:e|em|a|ar|arem)',
  'escrev(?:a|am|er|erem)',
  'lig(?:ue|uem|ar)',
  'incomod(?:e|em|ar)',
  'contat(?:e|em|ar)',
)
const portuguese = (object: string): readonly string[] => [
  `(?:eu )?(?:ja )?nao (?:quero|desejo|gostaria de)(?: mais)?(?: receber| que me ${VERB})?(?: mais)? ${WHICH}${object}${TAIL}`,
  `nao me ${VERB} ${WHICH}${object}${TAIL}`,
  `(?:(?:podem|pode|poderiam) )?(?:parem?|para|parar|deixem? de|chega) (?:de )?(?:me )?(?:${VERB} )?${WHICH}${object}${TAIL}`,
  `(?:chega de|interromper|cancelar|parar de receber|deixar de receber) ${WHICH}${object}${TAIL}`,
]

export const PORTUGUESE: Phrases = {
  keywords: [
    rule(
      'pt-BR',
      'all',
      'sair',
      'parar',
      'parem',
      'descadastr(?:ar|e|em|o|a)',
      'descadastr(?:ar|e)(?: |-)?me',
      'desinscrever',
      'descadastramento',
      'nao perturb(?:e|em|ar)',
    ),
  ],
  sentences: [
    rule('pt-BR', 'marketing', ...portuguese(ADS)),
    rule(
      'pt-BR',
      'all',
      ...portuguese(ALL),
      '(?:quero|desejo|gostaria de|podem|pode) (?:me )?(?:descadastrar|desinscrever)(?: me)?\\??',
      '(?:quero|desejo) (?:sair|ser removid[oa]|ser retirad[oa])(?: (?:da|desta|dessa) lista| do grupo de mensagens)?',
      'sair da lista',
      '(?:me )?(?:remov[ae]m?|tir[ae]m?|retir[ae]m?|exclu(?:a|am|i)|apagu?em?)(?: me)? (?:da|desta|dessa|de sua|da sua) (?:lista|base(?: de dados)?)',
      'cancelar(?: a| minha)? inscricao',
      `nao (?:quero|desejo)(?: mais)? que me ${VERB}${TAIL}`,
      `nao me (?:escrev(?:a|am)|contat(?:e|em)|incomod(?:e|em)|chamem?)${TAIL}`,
      `(?:parem?|deixem?) de me (?:escrever|incomodar|contatar|chamar)${TAIL}`,
      'nao quero (?:receber mais|mais receber)',
      'me descadastr(?:e|em|a)',
    ),
  ],
  signUps: rule(
    'pt-BR',
    'all',
    'inscrever(?: me)?',
    'me inscrev(?:a|am)',
    'cadastrar',
    'quero me (?:inscrever|cadastrar)',
  ),
  returns: rule('pt-BR', 'all', 'voltar', 'retomar', 'reativar'),
}
