/**
 * Bodies that this process took in and has not read yet, by the id of their delivery: what was on its way to the disk a
 * moment ago need not come back from there.
 */
type FreshBodies = {
  readonly keep: (id: string, body: Uint8Array) => void
  /** Once; after that, or when it was never here or had to go, it has to be read. */
  readonly take: (id: string) => Uint8Array | undefined
  /** Of deliveries before this id there is none here; null: of none at all. */
  readonly since: () => string | null
}

/** A second or two of the greatest rate; the loop is behind by less, or by so much that reading is the least of it. */
const MOST_BYTES = 8 * 1024 * 1024

/** When there are too many the oldest go first. Ids come in order. */
export function freshBodies(mostBytes = MOST_BYTES): FreshBodies {
  const bodies = new Map<string, Uint8Array>()
  let bytes = 0
  function take(id: string): Uint8Array | undefined {
    const body = bodies.get(id)
    bytes -= body?.byteLength ?? 0
    bodies.delete(id)
    return body
  }
  return {
    keep: (id: string, body: Uint8Array): void => {
      bodies.set(id, body)
      bytes += body.byteLength
      for (const [oldest] of bodies) {
        if (bytes <= mostBytes) break
        take(oldest)
      }
    },
    take,
    since: (): string | null => bodies.keys().next().value ?? null,
  }
}
