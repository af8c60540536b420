// Another program of the desktop that has taken keys: those of its arguments, told on its output.
const { app, globalShortcut } = require('electron');

void app.whenReady().then(() => {
  const keys = process.argv.filter((argument) => argument.includes('+'));
  process.stdout.write(keys.every((key) => globalShortcut.register(key, () => undefined)) ? 'holds\n' : 'failed\n');
});
