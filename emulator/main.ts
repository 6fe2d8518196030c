import { pino } from 'pino'
import { readConfig } from './config.ts'
import { readDemoFile } from './demo-file.ts'
import { demoFlows } from './demo-flows.ts'
import { demoPhones } from './demo-phones.ts'
import { demoTemplates } from './demo-templates.ts'
import { startEmulator } from './emulator.ts'

const config = readConfig(process.env)
const log = pino({ level: config.logLevel, name: 'emulator' })
const { port, host, dataDir, demoFile } = config
const demo = readDemoFile(demoFile)
const emulator = await startEmulator({
  ...demo,
  port,
  host,
  dataDir,
  phones: demoPhones,
  templates: demoTemplates,
  flows: demoFlows,
  log,
  allowedHosts: [host],
})
log.info({ url: emulator.url, callbackUrl: demo.app.callbackUrl }, 'the emulator is running')

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  void emulator.close().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
