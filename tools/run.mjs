import { runTool } from './setup.mjs'

/** Runs a script of the workshop under the right Node, everything it needs set up: `node tools/run.mjs sim/main.ts …`. */
const [script = 'sim/main.ts', ...args] = process.argv.slice(2)
await runTool(script, args)
