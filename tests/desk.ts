import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import type { House } from './house.ts'

export type View = {
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** Device pixels to a pixel of the page, for pictures. */
  readonly scale?: number
}
type Demo = Pick<House['demo'], 'url' | 'email' | 'password'>

/** The sign-in page, in Spanish. An error the page throws fails the test. */
export async function openDesk(browser: Browser, demo: Demo, view: View = {}): Promise<Desk> {
  const desk = await emptyDesk(browser, view)
  await desk.page.goto(demo.url)
  await desk.page.getByTestId('sign-in-email').waitFor()
  return desk
}

/** A place of the desk, for somebody who has signed in already. */
export async function deskAt(browser: Browser, demo: Demo, place: string, view: View = {}): Promise<Desk> {
  const desk = await emptyDesk(browser, view)
  const { url, email, password } = demo
  const answer = await desk.context.request.post(`${url}/api/v1/sign-in`, {
    headers: { origin: url },
    data: { email, password },
  })
  if (!answer.ok()) throw new Error(`Signing in as ${email}: ${answer.status()} ${await answer.text()}`)
  await desk.page.goto(url + place)
  return desk
}

export type Desk = { readonly page: Page; readonly context: BrowserContext }

async function emptyDesk(
  browser: Browser,
  { scheme = 'light', width = 1440, height = 900, scale = 1 }: View,
): Promise<Desk> {
  const viewport = { width, height }
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport,
    deviceScaleFactor: scale,
    locale: 'es-MX',
  })
  const page = await context.newPage()
  page.on('pageerror', (mistake) => {
    throw mistake
  })
  return { page, context }
}

export async function signIn(page: Page, { email, password }: Demo): Promise<void> {
  await page.getByTestId('sign-in-email').fill(email)
  await page.getByTestId('sign-in-password').fill(password)
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('conversation-row').first().waitFor()
}

/** Rows change places while messages come in, and a click may fall between two: a person clicks again. */
export async function openConversation(page: Page, name: string): Promise<void> {
  const row = page.getByTestId('conversation-row').filter({ hasText: name }).first()
  const conversationId = await row.getAttribute('data-conversation-id')
  const isOpen = () => page.url().includes(`/inbox/${conversationId}`)
  for (let clicks = 0; clicks < 3 && !isOpen(); clicks++) {
    await row.click()
    await page.waitForURL(isOpen, { timeout: 5_000 }).catch(() => undefined)
  }
  await page.getByTestId('thread-message').last().waitFor()
}

/** The customer's phone beside the inbox. */
export async function phoneIn(page: Page): Promise<Frame> {
  const element = await page.getByTestId('customer-phone').elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('The desk shows no phone')
  await frame.getByTestId('phone-composer').waitFor()
  return frame
}
