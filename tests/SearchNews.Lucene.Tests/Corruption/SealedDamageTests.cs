using System.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Corruption;

/// <summary>
/// Files whose bytes are wrong and whose checksum is right: reading everything ends in a typed error or in an answer, in bounded time and bounded memory. Which answer is not
/// promised.
/// </summary>
public sealed class SealedDamageTests
{
    // What one try may allocate on top of twice the file and twice what a sound index takes: error messages and stack traces.
    private const int AllocationAllowance = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private volatile string _current = "";
    private long _startedAt;

    public static TheoryData<string> Kinds => [.. RichIndex.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ReadEverything_WrongBytesUnderARightChecksum_IsTypedAndBounded(string kind)
    {
        IndexDirectory sound = RichIndex.Of(kind);
        int tries = Tier.IsLong ? 1500 : 12;
        Random random = Seeds.Random();
        var work = Task.Run(() => TryAll(sound, tries, random));
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken)) != work)
            (_clock.ElapsedMilliseconds - Volatile.Read(ref _startedAt)).ShouldBeLessThan((long)Patience.TotalMilliseconds, $"hangs: {_current}");
        await work;
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {string.Join(", ", _outcomes.Select(o => $"{o.Value} {o.Key}"))}; {_failures.Count} failures; {_clock.Elapsed.TotalSeconds:0.0} s");
        _failures.Take(10).ShouldBeEmpty();
        _outcomes.Values.Sum().ShouldBe(sound.ListAll().Count * tries);
    }

    private void TryAll(IndexDirectory sound, int tries, Random random)
    {
        long normal = Verify(sound, out _);
        foreach (string file in sound.ListAll())
        {
            byte[] bytes = Damage.BytesOf(sound, file);
            for (int i = 0; i < tries; i++)
            {
                byte[] damaged = Mutation.Draw(random, bytes, out string what);
                _current = $"{file}: {what}";
                Volatile.Write(ref _startedAt, _clock.ElapsedMilliseconds);
                try
                {
                    string outcome = ReadEverything(new DamagedDirectory(sound).With(file, damaged), (2 * normal) + (2 * damaged.Length) + AllocationAllowance);
                    _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
                }
                catch (Exception e)
                {
                    _failures.Add($"{_current}: {e}");
                }
            }
        }
    }

    /// <summary>Verifies, opens, dumps and asks; throws what is no typed error.</summary>
    private static string ReadEverything(IndexDirectory directory, long maxAllocated)
    {
        long allocated = Verify(directory, out bool isSound);
        if (allocated > maxAllocated) throw new InvalidOperationException($"{allocated} bytes were allocated, {maxAllocated} expected at most");
        try
        {
            DirectoryReader reader = DirectoryReader.Open(directory);
            IndexDump.Of(reader);
            var searcher = new IndexSearcher(reader);
            var queries = new RandomQueries(Seeds.Of(1, 1), r => Some.Of(r, "all", "azure", "cloud", "doc5", "yes")) { TextField = "body", KeywordField = "all" };
            for (int i = 0; i < 10; i++) searcher.Search(queries.Next(), 10);
            return isSound ? "read" : "found by the verifier only";
        }
        catch (IOException e) when (DamageTally.NameOf(e) is not null)
        {
            return e is CorruptIndexException ? "refused as corrupt" : e.GetType().Name;
        }
    }

    /// <summary>What verifying on this thread allocated.</summary>
    private static long Verify(IndexDirectory directory, out bool isSound)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        IReadOnlyList<IndexProblem> problems = IndexVerifier.Verify(directory).Problems;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        isSound = problems.Count == 0;
        if (problems.FirstOrDefault(p => p.Message.Contains(" while reading: ", StringComparison.Ordinal)) is { } untyped)
            throw new InvalidOperationException($"untyped: {untyped}");
        return allocated;
    }
}
