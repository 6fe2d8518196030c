import type { Page } from 'playwright-core'
import { launchBrowser } from '#tools/browser.ts'

/** One real desk in Chromium, with a thread open. */
export type Painter = {
  /** When each message was on the screen, as `Date.now()` would say it, by the number in its text; then forgets them. */
  readonly take: () => Promise<ReadonlyMap<number, number>>
  readonly close: () => Promise<void>
}

export type PainterOptions = {
  readonly url: string
  readonly email: string
  readonly password: string
  readonly conversationId: string
}

const PROBES = 30

export async function openPainter({ url, email, password, conversationId }: PainterOptions): Promise<Painter> {
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'es-MX' })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByTestId('sign-in-email').fill(email)
  await page.getByTestId('sign-in-password').fill(password)
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('conversation-row').first().waitFor()
  await page.goto(`${url}/inbox/${conversationId}`)
  await page.getByTestId('thread-message').last().waitFor()
  const aheadMs = await clockOf(page)
  await page.evaluate(WATCH)
  return {
    take: async () => {
      const seen = await page.evaluate<readonly (readonly [number, number])[]>('hiloSeen.splice(0)')
      return new Map(seen.map(([number, atMs]) => [number, atMs - aheadMs]))
    },
    close: () => browser.close(),
  }
}

/** How far the page's `performance.now()` is ahead of our clock, from the quickest of some questions. */
async function clockOf(page: Page): Promise<number> {
  let best = { tookMs: Infinity, aheadMs: 0 }
  for (let probe = 0; probe < PROBES; probe++) {
    const askedMs = performance.now()
    const theirMs = await page.evaluate<number>('performance.now()')
    const tookMs = performance.now() - askedMs
    const middleMs = performance.timeOrigin + askedMs + tookMs / 2
    if (tookMs < best.tookMs) best = { tookMs, aheadMs: theirMs - middleMs }
  }
  return best.aheadMs
}

/**
 * Notes each message once: after the frame in which its text is within the window. A task put into the queue from an
 * animation frame runs when that frame has been painted.
 */
const WATCH = `
  var hiloSeen = []
  const waiting = new Map(), known = new Set(), painted = new MessageChannel()
  let isAsked = false
  painted.port1.onmessage = ({ data }) => {
    const at = performance.now()
    for (const number of data) hiloSeen.push([number, at])
  }
  const look = (node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
    for (const [, digits] of (node.textContent ?? '').matchAll(/pedido número (\\d+),/g)) {
      if (element && !known.has(Number(digits))) waiting.set(Number(digits), element)
    }
  }
  const frame = () => {
    isAsked = false
    const shown = [...waiting].filter(([, element]) => {
      const { top, bottom, height } = element.getBoundingClientRect()
      return height > 0 && bottom > 0 && top < innerHeight
    })
    for (const [number] of shown) known.add(number), waiting.delete(number)
    if (shown.length > 0) painted.port2.postMessage(shown.map(([number]) => number))
    if (waiting.size > 0) ask()
  }
  const ask = () => {
    if (!isAsked) requestAnimationFrame(frame)
    isAsked = true
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') look(target)
      else addedNodes.forEach(look)
    }
    if (waiting.size > 0) ask()
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
`
