using System.Diagnostics;

namespace SearchNews.Testing;

/// <summary>Runs a program of the machine (javac, tar) to its end and fails loudly with all it printed.</summary>
internal static class ToolProcess
{
    /// <exception cref="InvalidOperationException">The program returned another exit code than 0.</exception>
    /// <exception cref="TimeoutException">The program did not end in time; it was killed.</exception>
    public static string Run(string program, IEnumerable<string> arguments, TimeSpan timeout)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end in {timeout.TotalSeconds} s.");
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}:\n{output.Result}{error.Result}");
        return output.Result;
    }
}
