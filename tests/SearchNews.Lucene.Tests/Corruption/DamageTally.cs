using System.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Corruption;

/// <summary>Opens damaged indexes and counts what came of it. One thread, beside that of the watchdog.</summary>
/// <param name="sound">The index before the damage.</param>
internal sealed class DamageTally(IndexDirectory sound)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _dump = IndexDump.Of(DirectoryReader.Open(sound));
    private readonly List<string> _failures = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private volatile string _current = "";
    private long _startedAt;

    /// <summary>Cases tried.</summary>
    public int Cases { get; private set; }

    /// <summary>Cases in which opening threw an error that names the file.</summary>
    public int Refused { get; private set; }

    /// <summary>Cases in which everything could be read and nothing was different.</summary>
    public int Identical { get; private set; }

    /// <summary>Cases that must not be: other content without an error, an error that names no file or is none of ours.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Tries one damage.</summary>
    /// <param name="what">Says what was done, when it fails.</param>
    /// <param name="directory">The damaged index.</param>
    /// <param name="files">The files one of which an error must name.</param>
    public void Try(Func<string> what, IndexDirectory directory, params ReadOnlySpan<string> files)
    {
        Cases++;
        Volatile.Write(ref _startedAt, _clock.ElapsedMilliseconds);
        try
        {
            DirectoryReader reader = DirectoryReader.Open(directory);
            _current = what();
            if (IndexDump.Of(reader) == _dump) Identical++;
            else _failures.Add($"{_current}: other content, and no error");
        }
        catch (Exception e)
        {
            string? named = NameOf(e);
            if (named is not null && files.Contains(named)) Refused++;
            else _failures.Add($"{what()}: {e.GetType().Name} names '{named}': {e.Message}");
        }
    }

    /// <summary>Runs cases, fails when one of them takes a minute, and prints and checks the counts.</summary>
    /// <param name="title">For the output.</param>
    /// <param name="cases">Calls <see cref="Try"/>.</param>
    /// <param name="isSabotaged">When a protection was taken out: failures are then for the caller to count.</param>
    public void Run(string title, Action<DamageTally> cases, bool isSabotaged = false)
    {
        var work = Task.Run(() => cases(this));
        while (!work.Wait(TimeSpan.FromSeconds(1)))
        {
            if (_clock.ElapsedMilliseconds - Volatile.Read(ref _startedAt) > Patience.TotalMilliseconds)
                Assert.Fail($"{title}: a case takes more than {Patience.TotalSeconds} s, after {_current}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{title}: {Cases} cases, {Refused} refused by name, {Identical} identical, {_failures.Count} failures, {_clock.Elapsed.TotalSeconds:0.0} s");
        Cases.ShouldBeGreaterThan(0);
        if (!isSabotaged) _failures.Take(20).ShouldBeEmpty();
        (Refused + Identical + _failures.Count).ShouldBe(Cases);
    }

    /// <summary>The file that a typed error names; null when the error is none of ours.</summary>
    internal static string? NameOf(Exception e) => e switch
    {
        CorruptIndexException corrupt => corrupt.FileName.Split('[')[0],
        IndexFormatTooNewException tooNew => tooNew.FileName,
        IndexFormatTooOldException tooOld => tooOld.FileName,
        IndexNotFoundException => "segments_N",
        FileNotFoundException missing => missing.FileName,
        _ => null,
    };
}
