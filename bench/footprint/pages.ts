import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Demo } from '#server/config.ts'
import { launchBrowser } from '#tools/browser.ts'

/** JavaScript and CSS a page has loaded by the time it can be used. */
export type Weight = {
  readonly files: number
  readonly rawBytes: number
  readonly gzipBytes: number
  readonly brotliBytes: number
}
export type Weights = { readonly inbox: Weight; readonly thread: Weight; readonly phone: Weight }

const DIST = path.resolve(import.meta.dirname, '../../dist')

/** Weighs what a real browser asks for: the list, the list with an open thread, and the customer's phone. */
export async function weighPages(demo: Pick<Demo, 'url' | 'email' | 'password' | 'emulatorUrl'>): Promise<Weights> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'es-MX' })
    const door = await context.newPage()
    await door.goto(demo.url)
    await door.getByTestId('sign-in-email').fill(demo.email)
    await door.getByTestId('sign-in-password').fill(demo.password)
    await door.getByTestId('sign-in-submit').click()
    await door.getByTestId('conversation-row').first().waitFor()
    await door.close()

    const page = await context.newPage()
    const files = filesOf(page, demo.url, 'web')
    await page.goto(`${demo.url}/inbox`)
    await page.getByTestId('conversation-row').first().waitFor()
    await page.waitForLoadState('networkidle')
    const inbox = weigh(files)
    await page.getByTestId('conversation-row').first().click()
    await page.getByTestId('thread-message').last().waitFor()
    await page.waitForLoadState('networkidle')
    const thread = weigh(files)

    const phonePage = await context.newPage()
    const phoneFiles = filesOf(phonePage, demo.emulatorUrl, 'phone')
    await phonePage.goto(demo.emulatorUrl)
    await phonePage.waitForLoadState('networkidle')
    return { inbox, thread, phone: weigh(phoneFiles) }
  } finally {
    await browser.close()
  }
}

/** Files of the built client that the page itself asks for, as they come; not those of frames from elsewhere. */
function filesOf(page: Page, origin: string, client: string): ReadonlySet<string> {
  const files = new Set<string>()
  page.on('response', (response) => {
    const url = new URL(response.url())
    const kind = response.request().resourceType()
    if (url.origin !== new URL(origin).origin || !['script', 'stylesheet'].includes(kind)) return
    files.add(path.join(DIST, client, url.pathname))
  })
  return files
}

function weigh(files: ReadonlySet<string>): Weight {
  const contents = [...files].map((file) => readFileSync(file))
  const sum = (size: (content: Buffer) => number) => contents.reduce((total, content) => total + size(content), 0)
  return {
    files: contents.length,
    rawBytes: sum(({ length }) => length),
    gzipBytes: sum((content) => gzipSync(content, { level: 9 }).length),
    brotliBytes: sum((content) => brotliCompressSync(content).length),
  }
}
