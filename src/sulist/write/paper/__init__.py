"""Documents in Word's form, in the styles of an official document."""
