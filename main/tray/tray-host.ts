/** Whether somebody shows tray icons, so that a hidden app can be reached. */
export interface TrayHost {
  there(): boolean;
  /** Calls back when it has come or gone. */
  onChange(listener: (there: boolean) => void): void;
}

/** Nobody can be asked. */
export const noTrayHost: TrayHost = { there: () => false, onChange: () => undefined };

/** Windows and macOS always show them. */
export const constantTrayHost: TrayHost = { there: () => true, onChange: () => undefined };
