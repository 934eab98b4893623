fetch("data/" + name)
