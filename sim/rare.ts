/**
 * States that are rare in life and must be reached in the default run, or it proves less than it says. Counted by whoever
 * sees them happen.
 */
export const RARE_STATES = [
  'status before the send returned',
  'status or touch waited for its message',
  'answer lost after acceptance',
  'unknown settled by a status',
  'answer came after the message was unknown',
  'message became unknown because its worker died',
  'send refused for pace, later accepted',
  'server error with a Graph body',
  'server error without a body',
  'window closed between writing and claiming',
  'duplicate within one body',
  'duplicate in another body',
  'body of more than 100 updates',
  'several accounts in one body',
  'part set aside, its neighbours kept',
  'foreign line in a body',
  'webhook not acknowledged although stored',
  'webhook refused because the store was away',
  'lease passed to another copy in the middle of a batch',
  'two copies in conflict',
  'commit happened but its answer was lost',
  'copy died with work under way',
  'copy stood still and its work was refused',
  'a copy stood still and came back',
  'copy stopped in good order',
  'clock went backwards',
  'two workers after one message',
  'same key twice, one message',
  'same key with another request refused',
  'thread moved on',
  'message came after a younger one',
  'edit before its target',
  'revocation before its target',
  'reaction before its target',
  'failed and delivered both reported',
  'statuses came out of order',
  'known by a variant of the phone',
  'contact moved to another number',
  'contact got another user id',
  'phone passed to another person',
  'security code changed',
  'somebody made sure that it is the same person',
  'somebody made sure that it is another person',
  'two threads became one',
  'contact known by user id alone',
  'resolved conversation opened by its contact',
  'template refused because its contact had said stop',
  'retried by a person',
  'late report about a superseded message',
  'browser resumed after a gap',
  'browser had to load afresh',
  'store was away and came back',
  'webhook found nobody at home',
  'webhook stored by a copy that died before it answered',
  'history told of what also comes by itself',
  'history told of a message before it came',
  'copy died between its commit and the answer',
  'commit of unknown outcome had happened',
  'four conflicts in a row',
  'conflicts until the batch was given up',
  'lease taken over from a dead copy',
  'work of a dead copy taken by another',
  'work taken from a copy that still lives',
  'clocks of two copies far apart',
  'more deliveries waited than one batch holds',
  'delivery set aside because its channel stumbled',
  'command set aside because the core stumbled',
  'command set aside because it cannot be stored',
  'caller heard that it can never be stored',
  'caller heard nothing, asked again and got the first message',
  'old bodies came once more after weeks',
  'older edit came after a younger one',
  'older reaction came after a younger one',
  'edited although revoked',
  'contact wrote to two lines of one account',
  'agent wrote into a resolved conversation',
  'address passed from one contact to another',
  'message came late from a number that was given up',
  'sent again after the window had closed: refused',
  'sent again by somebody else already',
  'cancelled before it left',
  'cancelled too late',
  'file settled twice',
  'queued for a day on which it is permitted',
  'held back until it was permitted',
  'collected within the permitted hours',
  'contact that never happened is not counted',
  'held back because enough people were begun with',
  'limit of people used up by another copy',
  'told that it is closed',
  'too late to say that it is closed',
  'template stopped between writing and claiming',
  'template news told twice',
  'older template news after younger',
  'template news before the answer to the call',
] as const

export type RareState = (typeof RARE_STATES)[number]

export type Rare = {
  readonly saw: (state: RareState) => void
  readonly counts: () => ReadonlyMap<RareState, number>
}

export function countRare(): Rare {
  const counts = new Map<RareState, number>()
  return { saw: (state) => counts.set(state, (counts.get(state) ?? 0) + 1), counts: () => counts }
}

/** Adds up what several runs saw; states nobody saw count 0. */
export function addUp(runs: readonly ReadonlyMap<RareState, number>[]): ReadonlyMap<RareState, number> {
  return new Map(RARE_STATES.map((state) => [state, runs.reduce((sum, run) => sum + (run.get(state) ?? 0), 0)]))
}
