// The part of Meta's JavaScript SDK that signs businesses up: `FB.init`, `FB.login` with a code, `fbAsyncInit`.
;(() => {
  const { origin } = new URL(document.currentScript.src)
  let settings = {}

  const login = (answer, options = {}) => {
    const { featureType = '', sessionInfoVersion = '3', version = 'v4' } = options.extras ?? {}
    const query = new URLSearchParams({
      client_id: settings.appId ?? '',
      config_id: options.config_id ?? '',
      response_type: options.response_type ?? '',
      feature_type: featureType,
      session_info_version: String(sessionInfoVersion),
      version,
      host: window.location.origin,
      lang: document.documentElement.lang,
    })
    const dialog = window.open(`${origin}/dialog/oauth?${query}`, 'signup', 'popup,width=560,height=720')
    if (dialog === null) return answer({ status: 'unknown', authResponse: null })

    const hear = (event) => {
      if (event.origin !== origin || event.data?.type !== 'fb-login') return
      end(event.data.code === null ? null : { code: event.data.code, userID: null, expiresIn: null })
    }
    // What the window said before it closed may come after that was seen.
    let closed = 0
    const watch = setInterval(() => dialog.closed && ++closed > 3 && end(null), 300)
    const end = (authResponse) => {
      clearInterval(watch)
      window.removeEventListener('message', hear)
      answer({ status: authResponse === null ? 'unknown' : 'connected', authResponse })
    }
    window.addEventListener('message', hear)
  }

  window.FB = { init: (given) => void (settings = given), login }
  window.fbAsyncInit?.()
})()
