// Loaded into every child of the launcher before its own code (node --import): a child whose channel to the launcher
// closes is alone, and is asked to end as Ctrl-C would have asked it. The channel itself keeps no child alive.
const LAST_PATIENCE_MS = 15_000

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), LAST_PATIENCE_MS).unref()
  process.kill(process.pid, 'SIGTERM')
})
process.channel?.unref()
