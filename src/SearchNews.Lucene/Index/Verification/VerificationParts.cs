namespace SearchNews.Lucene.Index.Verification;

/// <summary>
/// The parts of a segment that are verified side by side, each with a log of its own. What they log is taken over in the order in which they were added, so that the same damage is reported in the
/// same way however many cores there are.
/// </summary>
/// <param name="log">Gets what all parts log.</param>
internal sealed class VerificationParts(VerificationLog log)
{
    private readonly List<Action<VerificationLog>> _parts = [];

    /// <summary>Adds a part. It may only share with others what is immutable.</summary>
    public void Add(Action<VerificationLog> part) => _parts.Add(part);

    /// <summary>Verifies all parts.</summary>
    /// <exception cref="OperationCanceledException">As asked for.</exception>
    public void Run()
    {
        log.ThrowIfCancelled();
        VerificationLog[] logs = [.. _parts.Select(_ => log.Another())];
        int next = -1;
        var workers = new Task[Math.Min(Environment.ProcessorCount, _parts.Count) - 1];
        for (int i = 0; i < workers.Length; i++) workers[i] = Task.Run(RunParts);
        try
        {
            RunParts();
        }
        finally
        {
            // What has not begun is run here, as no thread may be free for it.
            foreach (Task worker in workers) worker.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }

        foreach (Task worker in workers) worker.GetAwaiter().GetResult();
        foreach (VerificationLog one in logs) log.Absorb(one);

        void RunParts()
        {
            for (int part = Interlocked.Increment(ref next); part < logs.Length; part = Interlocked.Increment(ref next)) _parts[part](logs[part]);
        }
    }
}
