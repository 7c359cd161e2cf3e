using BenchmarkDotNet.Attributes;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Benchmarks.Kernels;

/// <summary>Scores 64 blocks of 128 documents by frequency and norm, in the order of the documents; times are those of one block.</summary>
public class ScoreBlockBench
{
    private const int Blocks = 64;
    private const int DocCount = Blocks * RandomBlocks.Length * Distance;
    private const int Distance = 16;

    private readonly int[] _docs = new int[Blocks * RandomBlocks.Length];
    private readonly int[] _freqs = new int[Blocks * RandomBlocks.Length];
    private readonly byte[] _norms = new byte[DocCount];
    private readonly float[] _table = new float[TableKernel.Length];
    private readonly double[] _doubles = new double[TableKernel.Length];
    private readonly byte[] _blockNorms = new byte[RandomBlocks.Length];
    private readonly float[] _scores = new float[RandomBlocks.Length];
    private readonly double[] _sums = new double[SumWindow.Size];
    private SimScorer _scorer = null!;

    /// <summary>Makes documents, one of sixteen, with the frequencies and lengths of titles and excerpts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (int i = 0; i < _docs.Length; i++)
        {
            _docs[i] = (i * Distance) + random.Next(Distance);
            _freqs[i] = random.Next(8) == 0 ? random.Next(1, TableKernel.MaxFreq + 1) : 1;
        }

        for (int doc = 0; doc < _norms.Length; doc++) _norms[doc] = (byte)random.Next(4, 40);
        var collection = new CollectionStatistics("title", DocCount, DocCount, 20L * DocCount, 18L * DocCount);
        _scorer = new BM25Similarity().CreateScorer(1f, collection, new TermStatistics(new Term("title", "cloud"), _docs.Length, _docs.Length));
        for (int i = 0; i < _table.Length; i++) _table[i] = _scorer.Score((i / TableKernel.NormCount) + 1, (sbyte)(i % TableKernel.NormCount));
        for (int i = 0; i < _table.Length; i++) _doubles[i] = _table[i];
    }

    /// <summary>The formula, a document at a time.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Blocks)]
    public void Plain()
    {
        for (int from = 0; from < _docs.Length; from += RandomBlocks.Length)
        {
            for (int i = 0; i < _scores.Length; i++) _scores[i] = _scorer.Score(_freqs[from + i], (sbyte)_norms[_docs[from + i]]);
        }
    }

    /// <summary>The formula on vectors.</summary>
    [Benchmark(OperationsPerInvoke = Blocks)]
    public void Vectors()
    {
        for (int from = 0; from < _docs.Length; from += RandomBlocks.Length)
        {
            for (int i = 0; i < _blockNorms.Length; i++) _blockNorms[i] = _norms[_docs[from + i]];
            _scorer.Score(_freqs.AsSpan(from, RandomBlocks.Length), _blockNorms, _scores);
        }
    }

    /// <summary>Scores looked up.</summary>
    [Benchmark(OperationsPerInvoke = Blocks)]
    public void Table()
    {
        for (int from = 0; from < _docs.Length; from += RandomBlocks.Length)
            TableKernel.Score(_docs.AsSpan(from, RandomBlocks.Length), _freqs.AsSpan(from, RandomBlocks.Length), _norms, _table, _scores);
    }

    /// <summary>Scores looked up, of frequencies that are all 1.</summary>
    [Benchmark(OperationsPerInvoke = Blocks)]
    public void TableOfOnes()
    {
        for (int from = 0; from < _docs.Length; from += RandomBlocks.Length)
            TableKernel.Score(_docs.AsSpan(from, RandomBlocks.Length), [], _norms, _table, _scores);
    }

    /// <summary>Scores looked up and added to the sums of a window, as for disjunctions.</summary>
    [Benchmark(OperationsPerInvoke = Blocks)]
    public void TableIntoSums()
    {
        for (int from = 0; from < _docs.Length; from += RandomBlocks.Length)
            TableKernel.Add(_docs.AsSpan(from, RandomBlocks.Length), _freqs.AsSpan(from, RandomBlocks.Length), _norms, _doubles, _sums, start: _docs[from]);
    }
}
