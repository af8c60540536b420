import type { ElectronApplication } from '@playwright/test';

/** Numbers of the processes of the phone's page and of the panel in it, each once. */
export async function pageProcesses(app: ElectronApplication): Promise<readonly number[]> {
  const all = await app.evaluate(({ BrowserWindow }) => {
    const frames =
      BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents.mainFrame.framesInSubtree ?? [];
    return frames.map(({ osProcessId }) => osProcessId);
  });
  return [...new Set(all)];
}
