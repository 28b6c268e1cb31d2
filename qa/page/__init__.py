"""The chat page: a face on `qa.Assistant`. Gradio is known to `qa.page.blocks` alone; the rest is plain Python."""
