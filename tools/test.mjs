import { runTool } from './setup.mjs'

await runTool('tools/test.ts')
