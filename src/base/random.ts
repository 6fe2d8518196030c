/** Dice, handed in: `next` gives a number in [0, 1), `bytes` fresh random bytes. */
export type Random = {
  readonly next: () => number
  readonly bytes: (count: number) => Uint8Array
}

/** Dice that always fall the same way for one seed (mulberry32). Never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)) }
}

export const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random.next() * items.length)]
  if (item === undefined) throw new Error('pick needs a list with at least one item')
  return item
}
