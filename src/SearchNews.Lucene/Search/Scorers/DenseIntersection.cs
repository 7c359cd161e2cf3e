using System.Numerics;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The documents that are in both sets of a pair of sets of bits, or of another pair, and in all of several other sets, intersected word by word, in batches. Belongs to one thread.</summary>
internal sealed class DenseIntersection
{
    private const int WordBits = 64;
    private const int WordsOfStep = 128;

    private readonly List<(ReadOnlyMemory<ulong> Left, ReadOnlyMemory<ulong> Right)> _pairs = [];
    private readonly List<ReadOnlyMemory<ulong>> _sets = [];
    private readonly ulong[] _words = new ulong[WordsOfStep];

    // Of the step: the words that have not been read yet, the document of the first.
    private int _word;
    private int _wordCount;
    private int _firstDoc;

    private int _min;
    private int _max;
    private int _nextWord;

    /// <summary>Forgets all sets: none has documents then. What was intersected already is read nevertheless.</summary>
    public void Clear()
    {
        _pairs.Clear();
        _sets.Clear();
    }

    /// <summary>Adds the documents that two sets have in common.</summary>
    /// <param name="left">The one, as bits, lowest first; may be empty.</param>
    /// <param name="right">The other; as many words, as have all sets but empty ones.</param>
    public void AddPair(ReadOnlyMemory<ulong> left, ReadOnlyMemory<ulong> right)
    {
        if (!left.IsEmpty && !right.IsEmpty) _pairs.Add((left, right));
    }

    /// <summary>Adds the documents of two terms that may reach a score: for each set of the one those of the other that may lift it so far.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="minScore">The score.</param>
    /// <param name="others">The most that other terms add.</param>
    /// <param name="terms">How many terms there are in all.</param>
    public void AddTerms(DenseTerm left, DenseTerm right, float minScore, double others, int terms)
    {
        ReadOnlyMemory<ulong> before = default;
        for (int tier = left.Bits.LastTier; tier >= left.Bits.FirstTier; tier--)
        {
            float most = left.Scores.MaxScoreFrom(tier == left.Bits.FirstTier ? 0 : tier);
            ReadOnlyMemory<ulong> lifting = right.BitsReaching(minScore, others + most, terms);
            if (!lifting.Equals(before)) AddPair(left.Bits.Of(tier), lifting);
            before = lifting;
        }
    }

    /// <summary>Takes out all documents that a set does not have; all pairs have to be there already.</summary>
    public void Narrow(ReadOnlyMemory<ulong> set)
    {
        if (set.IsEmpty) Clear();
        else _sets.Add(set);
    }

    /// <summary>Begins anew, with the documents from <paramref name="min"/> on and below <paramref name="max"/>.</summary>
    public void Start(int min, int max)
    {
        _min = min;
        _max = max;
        _nextWord = min / WordBits;
        _wordCount = _word = 0;
    }

    /// <summary>Reads the next documents, ascending.</summary>
    /// <param name="docs">At least 64; filled as far as whole words fit in.</param>
    /// <returns>How many were read; 0 at the end.</returns>
    public int Read(Span<int> docs)
    {
        int count = 0;
        while (_word < _wordCount || ReadStep())
        {
            for (; _word < _wordCount; _word++)
            {
                ulong word = _words[_word];
                if (word == 0) continue;
                if (count > docs.Length - WordBits) return count;
                int start = _firstDoc + (_word * WordBits);
                for (ulong bits = word; bits != 0; bits &= bits - 1) docs[count++] = start + BitOperations.TrailingZeroCount(bits);
            }
        }

        return count;
    }

    private bool ReadStep()
    {
        if (_pairs.Count == 0) return false;
        int end = (int)Math.Min(_pairs[0].Left.Length, ((long)_max + WordBits - 1) / WordBits);
        if (_nextWord >= end) return false;
        Span<ulong> words = _words.AsSpan(0, Math.Min(_words.Length, end - _nextWord));
        words.Clear();
        foreach ((ReadOnlyMemory<ulong> left, ReadOnlyMemory<ulong> right) in CollectionsMarshal.AsSpan(_pairs))
            BitIntersection.OrAnd(words, left.Span.Slice(_nextWord, words.Length), right.Span.Slice(_nextWord, words.Length));
        foreach (ReadOnlyMemory<ulong> set in CollectionsMarshal.AsSpan(_sets)) BitIntersection.And(words, set.Span.Slice(_nextWord, words.Length));
        _firstDoc = _nextWord * WordBits;
        _nextWord += words.Length;
        if (_firstDoc < _min) words[0] &= ulong.MaxValue << _min;
        if (_max < (long)_nextWord * WordBits) words[^1] &= ulong.MaxValue >> -_max;
        _word = 0;
        _wordCount = words.Length;
        return true;
    }
}
