using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Terms at exactly the distances of the phrase: the first term leads, the others follow.</summary>
internal sealed class ExactPhraseMatcher : PhraseMatcher
{
    private const float CostPerTerm = 64;

    // Below any place a term can be looked for, which may be before the beginning of the document.
    private const int NoPosition = int.MinValue;

    private readonly PostingsEnum[] _postings;
    private readonly int[] _offsets;
    private readonly int[] _positions;
    private readonly int[] _left;

    /// <summary>Prepares a phrase in one segment.</summary>
    /// <param name="postings">Postings with positions, at least two.</param>
    /// <param name="offsets">The position of each term in the phrase.</param>
    public ExactPhraseMatcher(IReadOnlyList<PostingsEnum> postings, ReadOnlySpan<int> offsets)
    {
        // The rarest term leads: every one of its positions is looked at, those of the others only as far as needed.
        int[] order = [.. Enumerable.Range(0, postings.Count).OrderBy(i => postings[i].Cost)];
        _postings = [.. order.Select(i => postings[i])];
        _offsets = new int[order.Length];
        for (int i = 0; i < order.Length; i++) _offsets[i] = offsets[order[i]];
        _positions = new int[order.Length];
        _left = new int[order.Length];
    }

    /// <inheritdoc/>
    public override float MatchCost => CostPerTerm * _postings.Length;

    /// <inheritdoc/>
    public override float MatchWeight => 1;

    /// <inheritdoc/>
    public override float MaxFreq()
    {
        int max = int.MaxValue;
        foreach (PostingsEnum postings in _postings) max = Math.Min(max, postings.Freq);
        return max;
    }

    /// <inheritdoc/>
    public override bool Start()
    {
        for (int i = 0; i < _postings.Length; i++)
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
        _positions.AsSpan().Fill(NoPosition);
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
            while (i < _postings.Length)
            {
                int expected = start + _offsets[i];
                if (!MoveTo(i, expected)) return false;
                if (_positions[i] != expected) break;
                i++;
            }

            if (i == _postings.Length) return true;
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
}
