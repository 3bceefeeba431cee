{{ toolbox.dispatched() }}
