using System.Text.Json;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// Checks answers given while an index changes: every answer is of one state, of none older than what was acknowledged before it was asked for, and answers
/// that name the same generation and commit are of the same state. Thread-safe.
/// </summary>
internal sealed class AnswerChecker(ChangeHistory history)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Generation, long Commit), (int First, int Last)> _states = [];

    /// <summary>Generations that answers named.</summary>
    public int Generations
    {
        get
        {
            lock (_lock) return _states.Keys.Select(k => k.Generation).Distinct(StringComparer.Ordinal).Count();
        }
    }

    /// <summary>Commits that answers named.</summary>
    public int Commits
    {
        get
        {
            lock (_lock) return _states.Count;
        }
    }

    /// <summary>Checks an answer to a search for every article; gives its generation.</summary>
    /// <param name="answer">The body.</param>
    /// <param name="acknowledged">What was acknowledged when it was asked for.</param>
    public string Check(JsonElement answer, int acknowledged)
    {
        JsonElement meta = answer.GetProperty("meta");
        (string Generation, long) commit = (meta.GetProperty("generation").GetString()!, meta.GetProperty("commit").GetInt64());
        (int first, int last) = history.StatesOf(answer.GetProperty("hits").EnumerateArray().Select(h => VersionedArticles.Parse(h.GetProperty("title").GetString()!)));
        string what = $"an answer of {commit}, asked for after change {acknowledged}, is of states {first} to {last}";
        (first <= last).ShouldBeTrue(what + ": it mixes states");
        (last >= acknowledged).ShouldBeTrue(what + ": it is out of date");
        first = Math.Max(first, acknowledged);
        int begun = history.Begun;
        (first <= begun).ShouldBeTrue(what + ": it is of the future");
        history.HasTotal(answer.GetProperty("total").GetProperty("articles").GetInt64(), first, Math.Min(last, begun)).ShouldBeTrue(what + ": no such state has its total");
        lock (_lock)
        {
            (int First, int Last) known = _states.GetValueOrDefault(commit, (0, int.MaxValue));
            (int First, int Last) both = (Math.Max(known.First, first), Math.Min(known.Last, last));
            (both.First <= both.Last).ShouldBeTrue($"{what}; another answer of this commit was of {known.First} to {known.Last}");
            _states[commit] = both;
        }

        return commit.Generation;
    }
}
