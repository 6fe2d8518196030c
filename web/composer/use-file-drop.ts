import { useEffect, useEffectEvent, useState } from 'react'

/** Without news for so long, the files were carried out of the window: browsers do not always say so. */
const GONE_MS = 600

/** Files let go anywhere on the desk are taken; true while some are held over it. */
export function useFileDrop(take: (files: FileList) => void): boolean {
  const [held, setHeld] = useState(false)
  const onDrop = useEffectEvent(take)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const release = () => {
      clearTimeout(timer)
      setHeld(false)
    }
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      clearTimeout(timer)
      timer = setTimeout(release, GONE_MS)
      setHeld(true)
    }
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !hasFiles(event)) return
      event.preventDefault()
      release()
      onDrop(event.dataTransfer.files)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) release()
    }
    window.addEventListener('dragover', over, { capture: true })
    window.addEventListener('drop', drop, { capture: true })
    window.addEventListener('dragleave', leave)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('dragover', over, { capture: true })
      window.removeEventListener('drop', drop, { capture: true })
      window.removeEventListener('dragleave', leave)
    }
  }, [])
  return held
}

/** Keeps the browser from opening a dropped file in place of the desk where nobody takes it. */
export function refuseStrayDrops(): () => void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer || !hasFiles(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  window.addEventListener('dragover', refuse)
  window.addEventListener('drop', refuse)
  return () => {
    window.removeEventListener('dragover', refuse)
    window.removeEventListener('drop', refuse)
  }
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
