import path from 'node:path'
import { openConversation, openDesk, phoneIn, signIn } from '../tests/desk.ts'
import { openHouse } from '../tests/house.ts'
import { launchBrowser } from './browser.ts'

/** `npm run pictures`: takes the README's pictures of the inbox anew, from a house with the demo's story. */
const GUIDE = path.resolve(import.meta.dirname, '../docs/guide')
/** Sharp enough for a fine screen, and below 400 kB. */
const SCALE = 1.25
const ANSWER = 'Por supuesto: $925.00 el viernes 27 y $925.00 el lunes 30. ¿Le envío el enlace?'
const PICTURES = [
  ['light', 'inbox.png'],
  ['dark', 'inbox-dark.png'],
] as const

const house = await openHouse({ story: true })
const browser = await launchBrowser()
try {
  for (const [scheme, file] of PICTURES) {
    const { page, context } = await openDesk(browser, house.demo, { scheme, scale: SCALE })
    await signIn(page, house.demo)
    await openConversation(page, 'Lucía Paredes')
    const phone = await phoneIn(page)
    await phone.getByText('qué bueno, gracias').first().waitFor()
    await page.getByTestId('composer-input').fill(ANSWER)
    await page.mouse.move(0, 0)
    await page.waitForTimeout(1_500) // fonts, waveforms and the ring are drawn
    await page.screenshot({ path: path.join(GUIDE, file) })
    await context.close()
  }
} finally {
  await browser.close()
  await house.close()
}
