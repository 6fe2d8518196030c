import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const CACHE = path.resolve(import.meta.dirname, '../node_modules/.cache')
const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]

type Program = { readonly file: string; readonly env: Readonly<Record<string, string>> }

/**
 * Starts a headless Chromium for tests: the one CHROMIUM names, else the machine's own, else the one from npm, which
 * brings the libraries it needs. `CHROMIUM=npm` asks for the last.
 */
export async function launchBrowser(moreFlags: readonly string[] = []): Promise<Browser> {
  const program = await findProgram(process.env['CHROMIUM'])
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return chromium.launch({
    executablePath: program.file,
    args: [...FLAGS, ...moreFlags],
    env: { ...Object.fromEntries(inherited), ...program.env },
  })
}

async function findProgram(wanted: string | undefined): Promise<Program> {
  if (wanted && wanted !== 'npm') {
    if (existsSync(wanted)) return { file: wanted, env: {} }
    throw new Error(`CHROMIUM is "${wanted}", which does not exist; expected the path of a Chromium, or npm.`)
  }
  if (!wanted && existsSync(SYSTEM_CHROMIUM)) return { file: SYSTEM_CHROMIUM, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `There is no ready-made Chromium for ${process.platform}-${process.arch}: set CHROMIUM to the path of one.`,
    )
  }
  const folder = await unpacked()
  const libraries = [path.join(folder, 'al2023/lib'), folder, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return {
    file: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontSettings(folder) },
  }
}

/** The machine's fonts, and for a machine without any the package's own: otherwise pages have no text at all. */
function fontSettings(folder: string): string {
  const file = path.join(folder, 'fonts.conf')
  const places = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(folder, 'fonts')]
  const dirs = places.map((place) => `<dir>${place}</dir>`).join('')
  const cache = `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${dirs}${cache}</fontconfig>\n`)
  return file
}

/** Unpacks the npm package once (190 MB); runs side by side do not see half of it. */
async function unpacked(): Promise<string> {
  const bin = path.resolve(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin')
  const folder = path.join(CACHE, 'hilo-chromium')
  if (existsSync(folder)) return folder
  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(path.join(CACHE, 'hilo-chromium-'))
  const { inflate } = await import('@sparticuz/chromium')
  const temporary = process.env['TMPDIR']
  process.env['TMPDIR'] = draft // where the package puts what it unpacks
  try {
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      await inflate(path.join(bin, name))
    }
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another run was faster
  }
  return folder
}
