import { runTool } from './setup.mjs'

await runTool('tools/check.ts')
