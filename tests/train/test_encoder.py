import torch
from transformers import BertModel

from train.encoder import open_encoder


def test_a_checkpoint_opens_in_transformers_with_the_same_states(base):
    encoder = open_encoder(base)[0].eval()
    bert = BertModel.from_pretrained(base, add_pooling_layer=False).eval()
    ids = torch.tensor([[0, 7, 8, 9, 2], [0, 10, 2, 1, 1]])
    mask = (ids != 1).long()
    with torch.no_grad():
        ours, theirs = encoder(ids, mask), bert(input_ids=ids, attention_mask=mask).last_hidden_state
    assert torch.allclose(ours[mask == 1], theirs[mask == 1], atol=1e-4)
