type Waiting<Asked, Given> = {
  readonly asked: Asked
  readonly resolve: (given: Given) => void
  readonly reject: (error: unknown) => void
}

/** Many questions of one turn of the event loop asked together. `ask` answers each in its place. */
export function gathered<Asked, Given>(
  ask: (all: readonly Asked[]) => Promise<readonly Given[]>,
): (asked: Asked) => Promise<Given> {
  let waiting: Waiting<Asked, Given>[] = []

  async function askAll(): Promise<void> {
    const all = waiting
    waiting = []
    try {
      const given = await ask(all.map(({ asked }) => asked))
      all.forEach(({ resolve }, index) => resolve(given[index] as Given))
    } catch (error) {
      for (const { reject } of all) reject(error)
    }
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void askAll())
      waiting.push({ asked, resolve, reject })
    })
}
