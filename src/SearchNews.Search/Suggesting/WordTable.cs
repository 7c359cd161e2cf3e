using System.Text;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Index;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Suggesting;

/// <summary>
/// The words of an index that may be suggested, sorted without their accents, with a tree of maxima over the articles that have each: the words that begin with some letters
/// lie side by side, and the most frequent of any range come one by one, each for a logarithm of the number of words. So a beginning of one letter costs what one of ten does. Immutable.
/// </summary>
/// <remarks>Stop words and possessives are left out: nobody looks for them by themselves. Deleted articles count in <see cref="DocFreq"/>. Takes a string and sixteen to twenty-four bytes a word.</remarks>
internal sealed class WordTable
{
    private const int MaxWordLength = 64;

    private readonly string[] _words;
    private readonly string[] _folded;

    // Node i has the children 2i and 2i + 1; word w is node _leaves + w. Each holds the greatest docFreq below it.
    private readonly int[] _tree;
    private readonly int _leaves;

    private WordTable(string[] words, string[] folded, Dictionary<string, int> docFreqs)
    {
        _words = words;
        _folded = folded;
        _leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, words.Length));
        _tree = new int[2 * _leaves];
        for (int i = 0; i < words.Length; i++) _tree[_leaves + i] = docFreqs[words[i]];
        for (int i = _leaves - 1; i > 0; i--) _tree[i] = Math.Max(_tree[2 * i], _tree[(2 * i) + 1]);
    }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    /// <summary>The word as the index has it.</summary>
    public string this[int word] => _words[word];

    /// <summary>Without its accents.</summary>
    public string Folded(int word) => _folded[word];

    /// <summary>Articles with the word, deleted ones included.</summary>
    public int DocFreq(int word) => _tree[_leaves + word];

    /// <summary>Reads the words of all segments.</summary>
    public static WordTable Read(IndexReader reader)
    {
        var docFreqs = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = docFreqs.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> letters = stackalloc char[MaxWordLength];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(ArticleFields.Words)?.GetTermsEnum() is not { } terms) continue;
            while (terms.MoveNext())
            {
                if (terms.Term.Length > MaxWordLength || !Encoding.UTF8.TryGetChars(terms.Term, letters, out int length)) continue;
                ReadOnlySpan<char> word = letters[..length];
                lookup.TryGetValue(word, out int docFreq);
                lookup[word] = docFreq + terms.DocFreq;
            }
        }

        string[] words = [.. docFreqs.Keys.Where(IsSuggested)];
        string[] folded = Array.ConvertAll(words, TypedText.Fold);
        Array.Sort(folded, words, StringComparer.Ordinal);
        SortEquals(words, folded);
        return new WordTable(words, folded, docFreqs);
    }

    /// <summary>The words that begin with some letters.</summary>
    /// <param name="prefix">The letters, folded; none for all words.</param>
    /// <returns>From, and to, exclusive.</returns>
    public (int From, int To) BeginningWith(string prefix)
    {
        int from = FirstFrom(prefix);
        int to = Search(prefix, static (word, letters) => string.CompareOrdinal(word, letters) < 0 || word.StartsWith(letters, StringComparison.Ordinal));
        return (from, Math.Max(from, to));
    }

    /// <summary>The place of a word as the index has it; -1 when it is not in the table.</summary>
    public int Find(string word)
    {
        string folded = TypedText.Fold(word);
        for (int i = FirstFrom(folded); i < Count && _folded[i] == folded; i++)
        {
            if (_words[i] == word) return i;
        }

        return -1;
    }

    /// <summary>The words that are the same but for accents.</summary>
    /// <param name="folded">The word without them.</param>
    public List<string> SpelledAs(string folded)
    {
        var words = new List<string>();
        for (int i = FirstFrom(folded); i < Count && _folded[i] == folded; i++) words.Add(_words[i]);
        return words;
    }

    /// <summary>Articles with a word in its most frequent spelling; 0 when there is none.</summary>
    /// <param name="folded">The word without accents.</param>
    public int DocFreqOf(string folded)
    {
        int docFreq = 0;
        for (int i = FirstFrom(folded); i < Count && _folded[i] == folded; i++) docFreq = Math.Max(docFreq, DocFreq(i));
        return docFreq;
    }

    /// <summary>The words of a range, most frequent first, equally frequent ones in their order.</summary>
    public IEnumerable<int> MostFrequent(int from, int to)
    {
        var open = new PriorityQueue<int, (int Frequency, int First)>();
        for (int left = from + _leaves, right = to + _leaves; left < right; left >>= 1, right >>= 1)
        {
            if ((left & 1) != 0) Open(open, left++);
            if ((right & 1) != 0) Open(open, --right);
        }

        while (open.TryDequeue(out int node, out _))
        {
            if (_tree[node] == 0) yield break;
            if (node >= _leaves)
            {
                yield return node - _leaves;
                continue;
            }

            Open(open, 2 * node);
            Open(open, (2 * node) + 1);
        }
    }

    private void Open(PriorityQueue<int, (int Frequency, int First)> open, int node)
    {
        int first = node;
        while (first < _leaves) first *= 2;
        open.Enqueue(node, (-_tree[node], first));
    }

    /// <summary>The first word that is not before these letters.</summary>
    private int FirstFrom(string letters) => Search(letters, static (word, letters) => string.CompareOrdinal(word, letters) < 0);

    private int Search(string letters, Func<string, string, bool> isBefore)
    {
        int low = 0;
        int high = _folded.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (isBefore(_folded[middle], letters)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static bool IsSuggested(string word) =>
        !EnglishStopWords.Set.Contains(word) && !word.EndsWith("'s", StringComparison.Ordinal) && !word.EndsWith("\u2019s", StringComparison.Ordinal);

    /// <summary>Puts words that differ in accents only in order: sorting by their folded form leaves it open.</summary>
    private static void SortEquals(string[] words, string[] folded)
    {
        for (int start = 0, end; start < folded.Length; start = end)
        {
            end = start + 1;
            while (end < folded.Length && folded[end] == folded[start]) end++;
            if (end - start > 1) Array.Sort(words, start, end - start, StringComparer.Ordinal);
        }
    }
}
