import { useApp } from './store.ts'

const shownMs = 4000
let timer = 0

/** Says something for a few seconds at the foot of the phone. */
export function tell(text: string, bad = false): void {
  window.clearTimeout(timer)
  useApp.setState({ notice: { text, bad } })
  timer = window.setTimeout(() => useApp.setState({ notice: null }), shownMs)
}
