import { readFileSync } from 'node:fs'
import type { Demo } from './start/demo-file.ts'
import { phonesAt } from './story/phones.ts'
import { playStory } from './story/player.ts'
import { isTold } from './story/told.ts'

/** Gives a new demo its history. Does nothing once the account has a conversation, or with HILO_STORY=0. */
if (process.env['HILO_STORY'] === '0') process.exit(0)
const file = process.env['HILO_DEMO_FILE']
if (!file) throw new Error('HILO_DEMO_FILE must name demo.json')
const demo = JSON.parse(readFileSync(file, 'utf8')) as Demo

if (!(await isTold(demo))) {
  const [sales, support] = demo.phoneNumberIds
  const numbers = { sales: sales ?? '', support: support ?? '' }
  const beats = await playStory({ url: demo.url, password: demo.password, numbers }, phonesAt(demo.emulatorUrl))
  console.log(`The demo has a history: ${beats} things happened.`)
}
