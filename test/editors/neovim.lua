-- Uses the language server as a writer in Neovim does, and writes down what came of it:
--   nvim --headless -u NONE DRAFT -c 'luafile neovim.lua'
-- HEDGEROW_SERVER names the server, HEDGEROW_SETTINGS what the writer has set, as JSON,
-- HEDGEROW_CHOICE how the quick fix begins that is taken, HEDGEROW_OUTCOME the file to write.
local outcome = {}
local PATIENCE = 20000 -- milliseconds

local function wait(what, ready)
  if not vim.wait(PATIENCE, ready, 20) then error('waited in vain for ' .. what) end
end

local function start()
  local cmd = { vim.env.HEDGEROW_SERVER, '--stdio' }
  local settings = { hedgerow = vim.fn.json_decode(vim.env.HEDGEROW_SETTINGS) }
  vim.bo.filetype = 'markdown'
  if vim.lsp.config then -- 0.11 and later, as the documentation has it
    local filetypes = { 'markdown', 'mdx' }
    vim.lsp.config('hedgerow', { cmd = cmd, filetypes = filetypes, settings = settings })
    vim.lsp.enable('hedgerow')
    return
  end
  -- Older ones keep `settings` to themselves.
  local options = { settings = settings.hedgerow }
  local client = vim.lsp.start_client({ name = 'hedgerow', cmd = cmd, init_options = options })
  vim.lsp.buf_attach_client(0, client)
end

local function findings()
  return vim.tbl_map(function(d)
    return { line = d.lnum, code = d.code, source = d.source, severity = d.severity }
  end, vim.diagnostic.get(0))
end

-- What the cursor's float shows, once it is there.
local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
    end
  end
end

local function drive()
  start()
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  outcome.before = findings()

  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  vim.ui.select = function(items, options, choose)
    outcome.offered = vim.tbl_map(options.format_item or tostring, items)
    for index, title in ipairs(outcome.offered) do
      if vim.startswith(title, vim.env.HEDGEROW_CHOICE or '') then return choose(items[index], index) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  wait('the finding to go', function() return outcome.offered and #vim.diagnostic.get(0) == 0 end)
  outcome.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

  vim.fn.search('osteoarthritis')
  vim.lsp.buf.hover()
  wait('a hover', float)
  outcome.hover = float()
end

local done, problem = pcall(drive)
if not done then outcome.problem = tostring(problem) end
local file = assert(io.open(vim.env.HEDGEROW_OUTCOME, 'w'))
file:write(vim.fn.json_encode(outcome))
file:close()
vim.cmd('qall!')
