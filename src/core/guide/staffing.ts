/** What a channel's day looks like, as far as staff depends on it. */
export type Load = {
  readonly conversationsPerDay: number
  /** Hours a day in which somebody answers. */
  readonly openHours: number
  /** An agent's own time for a whole conversation, in minutes. */
  readonly minutesEach: number
  /** Conversations one agent keeps going at the same time. */
  readonly atOnce: number
  /** The promise: so many minutes to the first answer … */
  readonly answerWithinMinutes: number
  /** … for this share of the people, 0 to 1. */
  readonly share: number
}

/** The busiest hour has this much more than the average one: our assumption, half as much again. */
const PEAK = 1.5

/**
 * How many agents the busiest hour needs, by Erlang's C formula with each agent counted as `atOnce` places. It is a first
 * estimate: chats come in lumps and pause, which the formula does not know. 0 when nobody writes.
 */
export function agentsNeeded(load: Load): number {
  const { conversationsPerDay, openHours, minutesEach, atOnce, answerWithinMinutes, share } = load
  if (conversationsPerDay <= 0 || openHours <= 0 || minutesEach <= 0) return 0
  const perMinute = (conversationsPerDay / (openHours * 60)) * PEAK
  const traffic = perMinute * minutesEach
  const places = Math.max(1, atOnce)
  for (let agents = Math.max(1, Math.floor(traffic / places)); ; agents += 1) {
    const slots = agents * places
    if (slots <= traffic) continue
    const waits = erlangC(traffic, slots)
    const late = waits * Math.exp((-(slots - traffic) * answerWithinMinutes) / minutesEach)
    if (1 - late >= share) return agents
  }
}

/** The share of people who find every place taken; `traffic` in erlangs, below `places`. */
export function erlangC(traffic: number, places: number): number {
  let blocked = 1
  for (let count = 1; count <= places; count += 1) blocked = (traffic * blocked) / (count + traffic * blocked)
  return blocked / (1 - (traffic / places) * (1 - blocked))
}
