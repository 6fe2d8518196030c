import { runTool } from './setup.mjs'

await runTool('tools/start.ts')
