using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Terms near the distances of the phrase.</summary>
/// <remarks>
/// <para>Each term has a place: its position in the document less its position in the phrase. Where all places are equal the phrase stands
/// exactly; the distance of a match is the greatest place less the smallest. The term with the smallest place is moved on, as long as that
/// brings it nearer, and when it overtakes the next one a match of the smallest distance seen has been found.</para>
/// <para>Terms that the phrase repeats share their postings, so they start on different occurrences, and whenever two come to stand on one
/// occurrence the one with the smaller place moves on. This procedure, not a definition of what a match is, decides the frequency in Lucene,
/// down to the order in which its queue holds equals, so it is followed step by step.</para>
/// </remarks>
internal sealed class SloppyPhraseMatcher : PhraseMatcher
{
    private const float CostPerTerm = 256;

    private readonly PostingsEnum[] _postings;
    private readonly int[] _offsets;
    private readonly int[] _places;
    private readonly int[] _left;

    // Terms that occur more than once: the group of each term (-1 for none), its rank in it, and the groups' terms by offset.
    private readonly int[] _groupOf;
    private readonly int[] _rankInGroup;
    private readonly int[][] _groups;
    private readonly PlaceHeap _heap;
    private readonly int[] _popped;
    private readonly bool[] _moved;
    private readonly int _slop;
    private int _end;
    private int _distance;
    private bool _positioned;

    /// <summary>Prepares a phrase in one segment.</summary>
    /// <param name="postings">Postings with positions, at least two.</param>
    /// <param name="offsets">The position of each term in the phrase.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="slop">The greatest distance of a match.</param>
    public SloppyPhraseMatcher(IReadOnlyList<PostingsEnum> postings, ReadOnlySpan<int> offsets, IReadOnlyList<Term> terms, int slop)
    {
        _postings = [.. postings];
        _offsets = offsets.ToArray();
        _slop = slop;
        int count = _postings.Length;
        _places = new int[count];
        _left = new int[count];
        _heap = new PlaceHeap(_places, _offsets);
        _popped = new int[count];
        _moved = new bool[count];
        _groupOf = new int[count];
        _rankInGroup = new int[count];
        _groupOf.AsSpan().Fill(-1);
        _groups = [.. Enumerable.Range(0, count).GroupBy(i => terms[i]).Where(group => group.Count() > 1).Select(group => group.OrderBy(i => _offsets[i]).ToArray())];
        for (int group = 0; group < _groups.Length; group++)
        {
            for (int rank = 0; rank < _groups[group].Length; rank++)
            {
                _groupOf[_groups[group][rank]] = group;
                _rankInGroup[_groups[group][rank]] = rank;
            }
        }
    }

    /// <inheritdoc/>
    public override float MatchCost => CostPerTerm * _postings.Length;

    /// <inheritdoc/>
    public override float MatchWeight => 1f / (1f + _distance);

    /// <summary>Each occurrence of each term begins at most one match.</summary>
    public override float MaxFreq()
    {
        float sum = 0;
        foreach (PostingsEnum postings in _postings) sum += postings.Freq;
        return sum;
    }

    /// <inheritdoc/>
    public override bool Start()
    {
        _positioned = Place();
        return Next();
    }

    /// <inheritdoc/>
    public override bool Next()
    {
        if (!_positioned) return false;
        int term = _heap.Pop();
        int next = _places[_heap.Top];
        _distance = _end - _places[term];
        while (MoveOn(term) && (_groupOf[term] < 0 || SeparateRepeats(term)))
        {
            if (_places[term] > next)
            {
                _heap.Add(term);
                if (_distance <= _slop) return true;
                term = _heap.Pop();
                next = _places[_heap.Top];
                _distance = _end - _places[term];
            }
            else
            {
                _distance = Math.Min(_distance, _end - _places[term]);
            }
        }

        _positioned = false;
        return _distance <= _slop;
    }

    // Puts every term on its first occurrence, the later ones of a repeated term on later occurrences.
    private bool Place()
    {
        for (int term = 0; term < _postings.Length; term++)
        {
            _left[term] = _postings[term].Freq;
            NextPlace(term);
        }

        foreach (int[] group in _groups)
        {
            for (int rank = 1; rank < group.Length; rank++)
            {
                for (int step = 0; step < rank; step++)
                {
                    if (!NextPlace(group[rank])) return false;
                }
            }
        }

        _heap.Clear();
        _end = int.MinValue;
        for (int term = 0; term < _places.Length; term++)
        {
            _end = Math.Max(_end, _places[term]);
            _heap.Add(term);
        }

        return true;
    }

    // Moves repeated terms on until no two stand on one occurrence, starting from one that was just moved and is not in the queue.
    private bool SeparateRepeats(int term)
    {
        int[] group = _groups[_groupOf[term]];
        int ownRank = _rankInGroup[term];
        _moved.AsSpan(0, group.Length).Clear();
        int moved = 0;
        for (int rank = Collision(term); rank >= 0; rank = Collision(term))
        {
            int other = group[rank];
            if (_places[other] < _places[term] || (_places[other] == _places[term] && _offsets[other] < _offsets[term])) term = other;
            if (!MoveOn(term)) return false;
            if (rank == ownRank || _moved[rank]) continue;
            _moved[rank] = true;
            moved++;
        }

        Requeue(group.Length, moved);
        return true;
    }

    // Takes terms off the queue until as many were seen as moved, and puts them back. As in Lucene they are recognized by their rank alone,
    // whichever group they are of.
    private void Requeue(int ranks, int moved)
    {
        int count = 0;
        while (moved > 0)
        {
            int term = _heap.Pop();
            _popped[count++] = term;
            int rank = _rankInGroup[term];
            if (_groupOf[term] < 0 || rank >= ranks || !_moved[rank]) continue;
            _moved[rank] = false;
            moved--;
        }

        while (count > 0) _heap.Add(_popped[--count]);
    }

    // The rank of another term of the group that stands on the same occurrence, -1 when there is none.
    private int Collision(int term)
    {
        int position = _places[term] + _offsets[term];
        int[] group = _groups[_groupOf[term]];
        for (int rank = 0; rank < group.Length; rank++)
        {
            int other = group[rank];
            if (other != term && _places[other] + _offsets[other] == position) return rank;
        }

        return -1;
    }

    private bool MoveOn(int term)
    {
        if (!NextPlace(term)) return false;
        _end = Math.Max(_end, _places[term]);
        return true;
    }

    private bool NextPlace(int term)
    {
        if (_left[term] == 0) return false;
        _left[term]--;
        _places[term] = _postings[term].NextPosition() - _offsets[term];
        return true;
    }
}
