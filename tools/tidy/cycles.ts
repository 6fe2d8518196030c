/**
 * The knots of a graph: groups of two or more files that reach one another, and files that import themselves. Each knot is
 * given as one shortest way round, first file repeated at the end. (Tarjan's strongly connected components, 1972.)
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  return components(graph).flatMap((members) => {
    const [first] = members
    const way = first === undefined ? null : wayRound(graph, first, new Set(members))
    return way ? [way] : []
  })
}

function components(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const found: string[][] = []

  const visit = (node: string): number => {
    const mine = order.size
    order.set(node, mine)
    low.set(node, mine)
    open.push(node)
    isOpen.add(node)
    for (const next of graph.get(node) ?? []) {
      const reached = order.has(next) ? (isOpen.has(next) ? order.get(next) : undefined) : visit(next)
      if (reached !== undefined) low.set(node, Math.min(low.get(node) ?? mine, reached))
    }
    const lowest = low.get(node) ?? mine
    if (lowest === mine) {
      const members = open.splice(open.indexOf(node))
      for (const member of members) isOpen.delete(member)
      found.push(members.sort())
    }
    return lowest
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return found
}

/** Breadth first from a file back to itself, inside its component; null when it does not come back. */
function wayRound(
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
  members: ReadonlySet<string>,
): string[] | null {
  const queue: string[][] = [[start]]
  const seen = new Set<string>()
  for (const way of queue) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start]
      if (!members.has(next) || seen.has(next)) continue
      seen.add(next)
      queue.push([...way, next])
    }
  }
  return null
}
