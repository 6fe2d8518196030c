// Sets the theme before the first paint, so that a dark desk never flashes white.
;(() => {
  const choice = localStorage.getItem('hilo.theme') ?? 'system'
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
