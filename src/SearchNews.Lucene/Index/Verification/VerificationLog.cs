namespace SearchNews.Lucene.Index.Verification;

/// <summary>Collects problems and counts while an index is verified. One thread.</summary>
internal sealed class VerificationLog(CancellationToken cancellation)
{
    // Damage tends to show everywhere at once; the first few tell all.
    private const int MaxProblemsPerPart = 5;

    private readonly List<IndexProblem> _problems = [];
    private string _segment = "";
    private string _part = "";
    private int _inPart;

    /// <summary>The problems so far.</summary>
    public IReadOnlyList<IndexProblem> Problems => _problems;

    /// <summary>Counts as in <see cref="IndexVerification"/>.</summary>
    public long Terms { get; set; }

    /// <inheritdoc cref="Terms"/>
    public long Postings { get; set; }

    /// <inheritdoc cref="Terms"/>
    public long Positions { get; set; }

    /// <inheritdoc cref="Terms"/>
    public long DocValues { get; set; }

    /// <inheritdoc cref="Terms"/>
    public long StoredValues { get; set; }

    /// <summary>An empty log that ends when this one does, for a thread of its own.</summary>
    public VerificationLog Another() => new(cancellation);

    /// <summary>Takes over what another log has.</summary>
    public void Absorb(VerificationLog other)
    {
        _problems.AddRange(other._problems);
        Terms += other.Terms;
        Postings += other.Postings;
        Positions += other.Positions;
        DocValues += other.DocValues;
        StoredValues += other.StoredValues;
    }

    /// <summary>Runs the checks of a part; whatever they throw is a problem of that part, so that the others are checked too.</summary>
    public void Check(string segment, string part, Action check)
    {
        _segment = segment;
        _part = part;
        _inPart = 0;
        cancellation.ThrowIfCancellationRequested();
        try
        {
            check();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Add(e is IOException ? e.Message : $"{e.GetType().Name} while reading: {e.Message}");
        }
    }

    /// <summary>Notes a problem when something expected is not so.</summary>
    public void Expect(bool isTrue, [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument(nameof(isTrue))] ref ExpectationHandler problem)
    {
        if (!isTrue) Add(problem.ToStringAndClear());
    }

    /// <summary>Ends the verification when that was asked for; to be called now and then within a part.</summary>
    public void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();

    private void Add(string message)
    {
        if (++_inPart <= MaxProblemsPerPart) _problems.Add(new IndexProblem(_segment, _part, message));
    }
}
