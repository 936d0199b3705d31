// Waits for what follows a press: it comes when it comes.

/** Tries until `check` throws no more; its last error after `within` milliseconds. */
export async function eventually(check: () => unknown, within = 8000): Promise<void> {
  const until = Date.now() + within;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}
