import { freePort } from '#tools/free-port.ts'
import { openHouse } from '../house.ts'
import { openGenerator, prepare, run } from '../screen/stage.ts'
import { settledMemory } from './heap.ts'

const CUSTOMERS = 200
const KILOBYTE = 1024
/** Opened and used before anything is measured: what the first desks make the server load is not what each costs. */
const WARM_UP = { agents: 50, count: 100, rate: 20, moves: 5 }

/** What the server holds for each desk that is open and listens, everything unused thrown away before and after. */
export async function memoryOfAgents(agents: number, say: (line: string) => void) {
  const house = await openHouse()
  try {
    const inspectorPort = await freePort()
    const stage = await prepare(house, agents, CUSTOMERS, [`--inspect-port=${inspectorPort}`])
    const settled = () => settledMemory(stage.serverPid, inspectorPort)
    const first = await openGenerator(stage, WARM_UP.agents, house.port)
    await run(stage, first, WARM_UP)
    const before = await settled()
    const all = await openGenerator(stage, agents, house.port)
    const after = await settled()
    first.disconnect()
    all.disconnect()
    const agentKb = (after.rss - before.rss) / agents / KILOBYTE
    const agentHeapKb = (after.heapUsed + after.external - before.heapUsed - before.external) / agents / KILOBYTE
    say(`${agents} agents: ${agentKb.toFixed(1)} KB each, of which heap and buffers ${agentHeapKb.toFixed(1)} KB`)
    return { agents, agentKb, agentHeapKb }
  } finally {
    await house.close()
  }
}
