import type { GuideView } from '#contract/guide.ts'

type Onboarding = NonNullable<GuideView['onboarding']>

/** What came of Meta's window: a code for the server, or the step it was left at. */
export type WindowOutcome =
  | { readonly kind: 'finished'; readonly code: string; readonly wabaId?: string; readonly phoneNumberId?: string }
  /** `words`: what the window said went wrong; null: somebody closed it. */
  | { readonly kind: 'left'; readonly step: string; readonly words: string | null }
  /** The SDK did not load (no network, or something blocks it), or the browser did not open the window. */
  | { readonly kind: 'blocked'; readonly what: 'script' | 'window' }

type Sdk = {
  readonly init: (settings: object) => void
  readonly login: (answer: (response: { authResponse: { code?: string } | null }) => void, options: object) => void
}
declare global {
  interface Window {
    FB?: Sdk
  }
}

/** The session event of Embedded Signup (cloud-api §1.13); it comes before the code, as text. */
type Session = {
  type?: string
  event?: string
  data?: { waba_id?: string; phone_number_id?: string; current_step?: string; error_message?: string }
}

/** Nobody reads and closes a window faster: it was never there. */
const BLOCKED_WITHIN_MS = 400

/** Opens Meta's own dialog. With `isForApp`, for a number that stays in the app. Must follow a press of a button. */
export async function openMetaWindow(onboarding: Onboarding, isForApp: boolean): Promise<WindowOutcome> {
  const sdk = await loadSdk(onboarding)
  if (sdk === null) return { kind: 'blocked', what: 'script' }
  let session: Session['data'] = {}
  const from = new URL(onboarding.sdkUrl)
  const hear = (event: MessageEvent<unknown>) => {
    if (!isMetas(event.origin, from) || typeof event.data !== 'string') return
    const read = parse(event.data)
    if (read?.type === 'WA_EMBEDDED_SIGNUP') session = { ...session, ...read.data }
  }
  window.addEventListener('message', hear)
  const openedAt = performance.now()
  const code = await new Promise<string | null>((resolve) => {
    sdk.login(({ authResponse }) => resolve(authResponse?.code ?? null), {
      config_id: onboarding.configId,
      response_type: 'code',
      override_default_response_type: true,
      extras: {
        setup: {},
        featureType: isForApp ? 'whatsapp_business_app_onboarding' : '',
        sessionInfoVersion: '3',
        version: 'v4',
      },
    })
  })
  window.removeEventListener('message', hear)
  if (code === null) {
    const { current_step: step = '', error_message: words = null } = session
    const isBlocked = step === '' && words === null && performance.now() - openedAt < BLOCKED_WITHIN_MS
    return isBlocked ? { kind: 'blocked', what: 'window' } : { kind: 'left', step, words }
  }
  const { waba_id: wabaId, phone_number_id: phoneNumberId } = session
  return { kind: 'finished', code, ...(wabaId ? { wabaId } : {}), ...(phoneNumberId ? { phoneNumberId } : {}) }
}

/** Events come from Meta's pages; in the demonstration from where its SDK is. */
const isMetas = (origin: string, sdk: URL): boolean =>
  origin === sdk.origin || /^https:\/\/([a-z]+\.)?facebook\.com$/.test(origin)

function parse(text: string): Session | null {
  try {
    return JSON.parse(text) as Session
  } catch {
    return null
  }
}

let loading: Promise<Sdk | null> | null = null

/** Loads the SDK once; it is fetched only by whoever wants Meta's window. */
export function loadSdk({ sdkUrl, appId, graphVersion }: Onboarding): Promise<Sdk | null> {
  loading ??= new Promise<Sdk | null>((resolve) => {
    const script = document.createElement('script')
    script.src = sdkUrl
    script.async = true
    script.addEventListener('load', () => resolve(window.FB ?? null))
    script.addEventListener('error', () => resolve(null))
    document.head.append(script)
  }).then((sdk) => {
    sdk?.init({ appId, autoLogAppEvents: false, xfbml: false, version: graphVersion })
    if (sdk === null) loading = null
    return sdk
  })
  return loading
}
