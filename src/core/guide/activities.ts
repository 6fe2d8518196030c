import { ACTIVITY_TOPICS } from './activities.data.ts'
import { type Topic, TOPIC_NAMES, type TopicName } from './topic.ts'

/**
 * WhatsApp Business Messaging Policy and Commerce Policy as compiled on 2026-11-22 (cloud-api §4.6: violation types, and
 * what is marked [K] there: gambling, lending, collections, politics). Customer care is on no list of Meta's.
 */
export const POLICY_SOURCE = {
  address: 'https://business.whatsapp.com/policy',
  readOn: '2026-11-22',
} as const

export const topicOf = (name: TopicName): Topic => ACTIVITY_TOPICS[name]

export type Opinion = {
  /** `likely`: nothing stands against it; `depends`: on what exactly is done; `unlikely`: Meta will probably refuse. */
  readonly outlook: 'likely' | 'depends' | 'unlikely'
  readonly topics: readonly Topic[]
}

/** What we think of it: an opinion with reasons. The verdict is Meta's. */
export function opinionOn(names: readonly TopicName[]): Opinion {
  const topics = TOPIC_NAMES.filter((name) => names.includes(name)).map(topicOf)
  const outlook = topics.some(({ level }) => level === 'forbidden')
    ? 'unlikely'
    : topics.length > 0
      ? 'depends'
      : 'likely'
  return { outlook, topics }
}
