using System.Numerics;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The documents that all of several sets of bits have, intersected word by word, in batches. Belongs to one thread.</summary>
internal sealed class DenseIntersection
{
    private const int WordBits = 64;
    private const int WordsOfStep = 64;

    private readonly List<RankedBits> _sets = [];
    private readonly ulong[] _words = new ulong[WordsOfStep];

    // Of the step: the words that have not been read yet, the document of the first.
    private int _word;
    private int _wordCount;
    private int _firstDoc;

    private int _nextWord;
    private int _max;

    /// <summary>Forgets all sets.</summary>
    public void Clear() => _sets.Clear();

    /// <summary>Adds a set; all are of the same segment.</summary>
    public void Add(RankedBits set) => _sets.Add(set);

    /// <summary>Begins anew, with the documents from <paramref name="min"/> on and below <paramref name="max"/>.</summary>
    public void Start(int min, int max)
    {
        _max = (int)Math.Min(max, (long)_sets[0].Words.Length * WordBits);
        _nextWord = min / WordBits;
        _wordCount = _word = 0;
        if (!ReadStep()) return;
        _words[0] &= ulong.MaxValue << min;
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
                if (count > docs.Length - WordBits) return count;
                int start = _firstDoc + (_word * WordBits);
                for (ulong bits = _words[_word]; bits != 0; bits &= bits - 1) docs[count++] = start + BitOperations.TrailingZeroCount(bits);
            }
        }

        return count;
    }

    private bool ReadStep()
    {
        int end = (int)(((long)_max + WordBits - 1) / WordBits);
        if (_nextWord >= end) return false;
        Span<ulong> words = _words.AsSpan(0, Math.Min(_words.Length, end - _nextWord));
        _sets[0].Words.Slice(_nextWord, words.Length).CopyTo(words);
        foreach (RankedBits set in CollectionsMarshal.AsSpan(_sets)[1..]) BitIntersection.And(words, set.Words.Slice(_nextWord, words.Length));
        _firstDoc = _nextWord * WordBits;
        _nextWord += words.Length;
        if (_nextWord == end) words[^1] &= ulong.MaxValue >> -_max;
        _word = 0;
        _wordCount = words.Length;
        return true;
    }
}
