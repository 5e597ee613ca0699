/** Starts H5P's player. */
new H5PStandalone.H5P(document.getElementById('quiz'), {
  h5pJsonPath: 'content', frameJs: 'frame.bundle.js', frameCss: 'styles/h5p.css',
});
