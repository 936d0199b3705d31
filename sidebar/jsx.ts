// What a tag becomes in the bundle (the build injects it): smaller than the automatic form.
export { Fragment, h } from 'preact';
