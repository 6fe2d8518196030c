import { type Random, seededRandom } from '#base/random.ts'

/** Seeded dice with the throws a world needs. The same seed throws the same for ever. */
export type Dice = {
  readonly random: Random
  /** True with this probability, 0–1. */
  readonly chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  readonly int: (least: number, most: number) => number
  /** One of a list; throws when it is empty. */
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** One of the choices, by weight. */
  readonly weighted: <Item>(choices: readonly (readonly [number, Item])[]) => Item
  readonly shuffled: <Item>(items: readonly Item[]) => Item[]
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed)
  const int = (least: number, most: number): number => least + Math.floor(random.next() * (most - least + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new Error('There is nothing to pick from')
    return item
  }
  return {
    random,
    int,
    pick,
    chance: (probability) => random.next() < probability,
    weighted: (choices) => {
      let left = random.next() * choices.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, item] of choices) {
        left -= weight
        if (left < 0) return item
      }
      return pick(choices)[1]
    },
    shuffled: (items) => {
      const list = [...items]
      for (let last = list.length - 1; last > 0; last--) {
        const other = int(0, last)
        const [a, b] = [list[last], list[other]]
        if (a === undefined || b === undefined) continue
        list[last] = b
        list[other] = a
      }
      return list
    },
  }
}
