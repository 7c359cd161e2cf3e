using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Terms at exactly the distances of the phrase: the first term leads, the others follow.</summary>
internal sealed class ExactPhraseMatcher : PhraseMatcher
{
    private const float CostPerTerm = 64;

    // Below any place a term can be looked for, which may be before the beginning of the document.
    private const int NoPosition = int.MinValue;

    // The rarest term leads: every one of its positions is looked at, those of the others only as far as needed.
    private PostingsEnum[] _postings = [];
    private int[] _offsets = [];
    private int[] _positions = [];
    private int[] _left = [];
    private int _count;

    /// <inheritdoc/>
    public override float MatchCost => CostPerTerm * _count;

    /// <inheritdoc/>
    public override float MatchWeight => 1;

    /// <summary>Takes all terms out.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a term, behind those as rare; at least two are wanted.</summary>
    /// <param name="postings">Its postings with positions in one segment.</param>
    /// <param name="offset">Its position in the phrase.</param>
    public void Add(PostingsEnum postings, int offset)
    {
        if (_count == _postings.Length) Grow();
        int at = _count++;
        for (; at > 0 && _postings[at - 1].Cost > postings.Cost; at--) (_postings[at], _offsets[at]) = (_postings[at - 1], _offsets[at - 1]);
        (_postings[at], _offsets[at]) = (postings, offset);
    }

    /// <inheritdoc/>
    public override float MaxFreq()
    {
        int max = int.MaxValue;
        for (int i = 0; i < _count; i++) max = Math.Min(max, _postings[i].Freq);
        return max;
    }

    /// <inheritdoc/>
    public override bool Start()
    {
        for (int i = 0; i < _count; i++)
        {
            _positions[i] = NoPosition;
            _left[i] = _postings[i].Freq;
        }

        return Next();
    }

    /// <summary>Moves to the first match of positions that were started before; false when there is none.</summary>
    /// <param name="counts">How many there are of each term, the rarest term first.</param>
    public bool Start(ReadOnlySpan<int> counts)
    {
        _positions.AsSpan(0, _count).Fill(NoPosition);
        counts.CopyTo(_left);
        return Next();
    }

    /// <inheritdoc/>
    public override bool Next()
    {
        int target = _positions[0] + 1;
        while (MoveTo(0, target))
        {
            int start = _positions[0] - _offsets[0];
            int i = 1;
            while (i < _count)
            {
                int expected = start + _offsets[i];
                if (!MoveTo(i, expected)) return false;
                if (_positions[i] != expected) break;
                i++;
            }

            if (i == _count) return true;
            target = _positions[i] - _offsets[i] + _offsets[0];
        }

        return false;
    }

    // To the first position at or beyond the target.
    private bool MoveTo(int term, int target)
    {
        int position = _positions[term];
        while (position < target)
        {
            if (_left[term] == 0) return false;
            _left[term]--;
            position = _postings[term].NextPosition();
        }

        _positions[term] = position;
        return true;
    }

    private void Grow()
    {
        int length = Math.Max(4, 2 * _count);
        Array.Resize(ref _postings, length);
        Array.Resize(ref _offsets, length);
        Array.Resize(ref _positions, length);
        Array.Resize(ref _left, length);
    }
}
