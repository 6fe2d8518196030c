import type { Instant } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'

/**
 * Several people and one of our numbers in one chat. To the rest of the house it is a contact: it has an address, the
 * platform's id of it, and so a conversation of its own. Who writes in it is a contact, too, with a thread of their own
 * where they write to us alone. Meta's limits: 8 people, one number of ours, and whoever wants to come in follows a link
 * (Groups API, 2025-11-14). What is told late, twice or in disorder ends in the same group: everything keeps the time it
 * was told of.
 */
export type Group = {
  readonly subject: Told<string | null>
  readonly description: Told<string | null>
  /** `suspended`: Meta lets nobody write in it; `deleted`: it is no more. */
  readonly state: Told<'active' | 'suspended' | 'deleted'>
  /** Whoever was ever seen in it, one each, in the order in which they were first heard of. */
  readonly participants: readonly Participant[]
}

/** What holds since `at`, by the platform's clock. */
export type Told<Value> = { readonly value: Value; readonly at: Instant }
export type Participant = { readonly contactId: ContactId; readonly isIn: boolean; readonly at: Instant }

/** What the platform tells of a group. `who`: whom it is about. */
export type GroupEvent =
  | 'created'
  | 'deleted'
  | 'joined'
  | 'left'
  | 'removed'
  | 'asked-to-join'
  | 'withdrew'
  | 'renamed'
  | 'described'
  | 'suspended'
  | 'resumed'

export type GroupNews = {
  readonly event: GroupEvent
  readonly who: readonly ContactId[]
  readonly subject: string | null
  readonly description: string | null
}

const NEVER = 0 as Instant
const UNTOLD = { value: null, at: NEVER } as const
export const UNKNOWN_GROUP: Group = {
  subject: UNTOLD,
  description: UNTOLD,
  state: { value: 'active', at: NEVER },
  participants: [],
}

/** The group after news of that instant; the very same object when they say nothing new. */
export function groupAfter(group: Group, { event, who, subject, description }: GroupNews, at: Instant): Group {
  switch (event) {
    case 'created':
    case 'renamed':
    case 'described':
      return changed(group, {
        subject: subject === null ? group.subject : newer(group.subject, { value: subject, at }),
        description: description === null ? group.description : newer(group.description, { value: description, at }),
      })
    case 'deleted':
      return changed(group, { state: newer(group.state, { value: 'deleted', at }) })
    case 'suspended':
      return changed(group, { state: newer(group.state, { value: 'suspended', at }) })
    case 'resumed':
      return changed(group, { state: newer(group.state, { value: 'active', at }) })
    case 'joined':
      return withParticipants(group, who, true, at)
    case 'left':
    case 'removed':
      return withParticipants(group, who, false, at)
    case 'asked-to-join':
    case 'withdrew':
      return group
  }
}

/** Whoever wrote in it was in it at that moment. */
export const withWriter = (group: Group, contactId: ContactId, at: Instant): Group => {
  const known = group.participants.find((each) => each.contactId === contactId)
  return known?.isIn === true ? group : withParticipants(group, [contactId], true, at)
}

/** Who is in it now, as far as we know. */
export const present = ({ participants }: Group): readonly Participant[] => participants.filter(({ isIn }) => isIn)

function withParticipants(group: Group, who: readonly ContactId[], isIn: boolean, at: Instant): Group {
  return who.reduce((after, contactId) => {
    const known = after.participants.find((each) => each.contactId === contactId)
    const told: Participant = { contactId, isIn, at }
    if (known === undefined) return { ...after, participants: [...after.participants, told] }
    // Meta counts in seconds: of coming and going in the same one, going was the later.
    const isNews = at > known.at || (at === known.at && known.isIn && !isIn)
    if (!isNews) return after
    return { ...after, participants: after.participants.map((each) => (each === known ? told : each)) }
  }, group)
}

/** Of two that were told at the same instant the greater one holds, whichever comes first. */
function newer<Value extends string | null>(known: Told<Value>, told: Told<Value>): Told<Value> {
  if (told.at > known.at) return told
  return told.at === known.at && (told.value ?? '') > (known.value ?? '') ? told : known
}

function changed(group: Group, told: Partial<Group>): Group {
  const isNews = Object.entries(told).some(([key, value]) => group[key as keyof Group] !== value)
  return isNews ? { ...group, ...told } : group
}
